using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Described;

/// <summary>File <c>mocks/&lt;system&gt;/arrivals/NNN.json</c>: a record that the system begins itself and brings to the hub.</summary>
/// <param name="Id">Template of its id.</param>
/// <param name="Document">Type under which the hub takes it in.</param>
/// <param name="Body">The document, templates.</param>
/// <param name="Life">What becomes of it there; null: nothing by itself.</param>
/// <param name="Status">Its status; default: that of the script.</param>
/// <param name="Files">Files of <c>samples/files</c> that the document offers in its member <paramref name="FilesAt"/>.</param>
/// <param name="Told">False: the hub learns of it in another way, such as a table that people export.</param>
internal sealed record ScriptArrival(string Id, string Document, JsonObject Body, ScriptLife? Life = null, string? Status = null, IReadOnlyList<string>? Files = null, string FilesAt = "files", bool Told = true);
