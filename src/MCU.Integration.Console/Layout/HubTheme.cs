using MudBlazor;

namespace MCU.Integration.Console.Layout;

/// <summary>
/// The look of Elsa Studio — its sky blue, its slate dark, a 64 px bar — with colours taken darker where white text on them would fall below
/// a contrast of 4.5 : 1. Fonts are those of the visitor's system: none is loaded.
/// </summary>
internal static class HubTheme
{
    private static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "DejaVu Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new() { DefaultBorderRadius = "6px", AppbarHeight = "64px", DrawerWidthLeft = "232px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = ".875rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = ".8125rem", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = ".8125rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        },
        PaletteLight = new PaletteLight
        {
            Primary = "#0369a1",
            Secondary = "#475569",
            AppbarBackground = "#0369a1",
            AppbarText = "#ffffff",
            Background = "#f1f5f9",
            Surface = "#ffffff",
            DrawerBackground = "#f8fafc",
            DrawerText = "#334155",
            DrawerIcon = "#475569",
            TextPrimary = "#0f172a",
            TextSecondary = "#475569",
            ActionDefault = "#475569",
            LinesDefault = "#e2e8f0",
            LinesInputs = "#94a3b8",
            TableLines = "#e2e8f0",
            Divider = "#e2e8f0",
            Success = "#15803d",
            Warning = "#b45309",
            Error = "#b91c1c",
            Info = "#0369a1",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#38bdf8",
            PrimaryContrastText = "#082f49",
            Secondary = "#94a3b8",
            AppbarBackground = "#0f172a",
            AppbarText = "#f1f5f9",
            Background = "#0b1220",
            Surface = "#172033",
            DrawerBackground = "#0f172a",
            DrawerText = "#cbd5e1",
            DrawerIcon = "#94a3b8",
            TextPrimary = "#f1f5f9",
            TextSecondary = "#a3b1c6",
            ActionDefault = "#a3b1c6",
            LinesDefault = "#26334a",
            LinesInputs = "#4b5c78",
            TableLines = "#26334a",
            Divider = "#26334a",
            Success = "#4ade80",
            Warning = "#fbbf24",
            Error = "#f87171",
            Info = "#38bdf8",
        },
    };
}
