using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Described;

/// <summary>What a request does.</summary>
/// <param name="Path"><c>{id}</c> stands for the record's id.</param>
/// <param name="Does"><c>create</c>, <c>find</c>, <c>read</c>, <c>move</c>, <c>note</c>, <c>file</c>, <c>content</c>, <c>feed</c> or <c>rows</c>.</param>
/// <param name="Name">Word of the log, and what a step of a life may wait for; default: what it does.</param>
internal sealed record ScriptRoute(string Method, string Path, string Does, string? Name = null)
{
    /// <summary>Pointers into the body that must have a value, else 422.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Pointer into the body; a second request with the same value is refused with 409 and the code of <see cref="Again"/>. <c>find</c>: what is looked for. <c>rows</c>: what tells one row from another.</summary>
    public string? Key { get; init; }

    /// <summary><c>rows</c>: pointer into a row; a row that is known under a higher one stays.</summary>
    public string Version { get; init; } = "/version";

    /// <summary>Code of the refusal of a second request.</summary>
    public string Again { get; init; } = "exists_already";

    /// <summary>Whether a repeated <c>Idempotency-Key</c> gets the first answer again.</summary>
    public bool Once { get; init; }

    /// <summary><c>move</c>: the new status, a template over the body (<c>{/status}</c>).</summary>
    public string? To { get; init; }

    /// <summary><c>move</c>: statuses in which it is possible; empty = any.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Whether a move begins the next round of the record's life.</summary>
    public bool NewRound { get; init; }

    /// <summary>Whether a move ends the record's life: nothing more happens by itself.</summary>
    public bool Ends { get; init; }

    /// <summary><c>move</c>: laid over the event that tells of it, templates over the body.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary><c>find</c>: the query parameter.</summary>
    public string Query { get; init; } = "external_ref";

    /// <summary>Members of the answer, templates; default: the record as it stands.</summary>
    public JsonObject? Answer { get; init; }
}
