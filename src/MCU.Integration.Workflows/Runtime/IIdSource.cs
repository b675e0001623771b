namespace MCU.Integration.Workflows.Runtime;

/// <summary>Makes ids for runs, bookmarks and journal entries.</summary>
public interface IIdSource
{
    /// <summary>A new id: 32 lower-case hex digits, ordered by time.</summary>
    string NewId();
}
