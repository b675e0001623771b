namespace MCU.Integration.Mocks.Pos;

/// <summary>Which status a message may be moved to by the receiving organisation; our reading, the real table is not public.</summary>
internal static class PosTransitions
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["NEW"] = ["COORDINATION"],
        ["MODERATION"] = ["COORDINATION", "REJECTED"],
        ["COORDINATION"] = ["IN_PROGRESS", "DRAFT", "APPROVAL", "CLARIFICATION", "EXTENDED", "DEFERRED", "ANSWERED", "REDIRECTED", "REJECTED", "DUPLICATE"],
        ["IN_PROGRESS"] = ["COORDINATION", "DRAFT", "APPROVAL", "CLARIFICATION", "EXTENDED", "DEFERRED", "ANSWERED", "REDIRECTED", "REJECTED", "DUPLICATE"],
        ["DRAFT"] = ["IN_PROGRESS", "APPROVAL", "CLARIFICATION", "EXTENDED", "ANSWERED", "REDIRECTED"],
        ["APPROVAL"] = ["IN_PROGRESS", "CLARIFICATION", "EXTENDED", "ANSWERED", "REDIRECTED"],
        ["CLARIFICATION"] = ["COORDINATION", "IN_PROGRESS", "EXTENDED", "ANSWERED", "REDIRECTED", "REJECTED"],
        ["EXTENDED"] = ["COORDINATION", "IN_PROGRESS", "DRAFT", "APPROVAL", "CLARIFICATION", "EXTENDED", "DEFERRED", "ANSWERED", "REDIRECTED"],
        ["DEFERRED"] = ["IN_PROGRESS", "ANSWERED"],
        ["REOPENED"] = ["COORDINATION", "IN_PROGRESS", "DRAFT", "APPROVAL", "CLARIFICATION", "EXTENDED", "DEFERRED", "ANSWERED", "REDIRECTED"],
        ["ANSWERED"] = ["CLOSED"],
    };

    public static bool Allows(string from, string to) => Allowed.TryGetValue(from, out var targets) && targets.Contains(to);
}
