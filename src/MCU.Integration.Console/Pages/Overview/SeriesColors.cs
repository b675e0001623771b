namespace MCU.Integration.Console.Pages.Overview;

/// <summary>Colours by which systems are told apart; eight that stay apart for colour-blind eyes, on light and on dark.</summary>
internal static class SeriesColors
{
    private const int Count = 8;

    public static string Of(IReadOnlyList<SystemState> systems, string adapter)
    {
        for (var index = 0; index < systems.Count; index++)
        {
            if (systems[index].Key == adapter)
            {
                return $"var(--series-{index % Count})";
            }
        }

        return "var(--series-other)";
    }
}
