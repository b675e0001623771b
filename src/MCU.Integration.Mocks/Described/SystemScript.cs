using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Described;

/// <summary>File <c>mocks/&lt;system&gt;/mock.json</c>: a system with records, described by text alone (mocks/README.md).</summary>
/// <param name="Record">What a record is called in the log: <c>order</c>, <c>incident</c>.</param>
/// <param name="Id">Template of the id of a record that the hub creates.</param>
/// <param name="Status">Status of a new record.</param>
/// <param name="Event">How a movement is told.</param>
/// <param name="Lives">The first one whose conditions hold is the life of a record that the hub creates.</param>
internal sealed record SystemScript(
    string Record,
    string Id,
    string Status,
    ScriptSignIn? SignIn,
    IReadOnlyList<ScriptRoute> Routes,
    ScriptEvent Event,
    IReadOnlyList<ScriptLife> Lives)
{
    /// <summary>Adapter as which it tells the hub; default: the name of the folder. So a department of a system can have a life of its own.</summary>
    public string? Adapter { get; init; }

    /// <summary>Seconds at pace 1 between two records that the system begins itself.</summary>
    public double Interval { get; init; } = 2;
}
