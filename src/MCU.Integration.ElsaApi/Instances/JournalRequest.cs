using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Body of <c>POST /workflow-instances/{id}/journal</c>.</summary>
internal sealed class JournalRequest
{
    public JournalFilter? Filter { get; set; }

    /// <summary>Which entries of a journal; absent or empty = any.</summary>
    internal sealed class JournalFilter
    {
        public IReadOnlyList<string>? ActivityIds { get; set; }

        public IReadOnlyList<string>? ActivityNodeIds { get; set; }

        public IReadOnlyList<string>? ExcludedActivityTypes { get; set; }

        public IReadOnlyList<string>? EventNames { get; set; }

        public bool Includes(JournalEntry entry) =>
            IsAny(ActivityIds, entry.ActivityId)
            && IsAny(ActivityNodeIds, entry.ActivityNodeId)
            && IsAny(EventNames, entry.EventName)
            && ExcludedActivityTypes?.Contains(entry.ActivityType) != true;

        private static bool IsAny(IReadOnlyList<string>? wanted, string value) => wanted is not { Count: > 0 } || wanted.Contains(value);
    }
}
