using MCU.Integration.Console.Layout;
using MCU.Integration.ElsaApi.Designer;

namespace MCU.Integration.Hub.Startup;

/// <summary>Puts the console's bar and navigation around the designer; neither room knows the other.</summary>
internal static class ConsoleFrame
{
    private const string Assets = "/_content/MCU.Integration.Console/";

    public static void Around(DesignerOptions designer)
    {
        designer.Frame = typeof(StaticFrame);
        designer.FrameStyles = [Assets + "frame.css"];
        designer.FrameScripts = [Assets + "console.js"];
    }
}
