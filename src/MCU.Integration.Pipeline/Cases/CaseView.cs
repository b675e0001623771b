using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>The document <c>hub.case</c>, which maps to outside documents read. Holds personal data: it lives only as long as the burst.</summary>
public static class CaseView
{
    /// <summary>Id that travels with a change to outside systems; its return is an echo.</summary>
    public static string OriginOf(Case @case) => $"hub:{@case.Id}:{@case.Version}";

    /// <summary>Whether an origin id is one that this hub gave to a change of the case.</summary>
    public static bool IsOriginOf(CaseId id, string origin) => origin.StartsWith($"hub:{id}:", StringComparison.Ordinal);

    /// <param name="submission">The canonical submission.</param>
    /// <param name="target">Link of the receiving system; null when it has no record yet.</param>
    /// <param name="update">The <c>hub.status</c> document that is passed on; null when none.</param>
    /// <param name="executor">Executor with its ids; null while unrouted.</param>
    public static JsonObject Build(
        Case @case,
        JsonElement submission,
        IEnumerable<Link> links,
        string targetAdapter,
        Link? target,
        JsonElement? update,
        IEnumerable<CaseFile> files,
        JsonObject? executor) => new()
        {
            ["case"] = BuildCase(@case, executor),
            ["submission"] = JsonNode.Parse(submission.GetRawText()),
            ["links"] = new JsonArray([.. links.Select(link => new JsonObject
            {
                ["adapter"] = link.Adapter,
                ["recordType"] = link.RecordType,
                ["externalId"] = link.ExternalId,
            })]),
            ["target"] = new JsonObject { ["adapter"] = targetAdapter, ["externalId"] = target?.ExternalId },
            ["update"] = update is { } given ? JsonNode.Parse(given.GetRawText()) : null,
            ["files"] = new JsonArray([.. files.Select(file => new JsonObject
            {
                ["id"] = file.Id.ToString(),
                ["name"] = file.Name,
                ["mediaType"] = file.MediaType,
                ["size"] = file.Size,
            })]),
            ["origin"] = new JsonObject { ["id"] = OriginOf(@case), ["revision"] = @case.Version },
        };

    private static JsonObject BuildCase(Case @case, JsonObject? executor) => new()
    {
        ["id"] = @case.Id.ToString(),
        ["number"] = @case.Number,
        ["kind"] = EnumWord.Of(@case.Kind),
        ["regime"] = EnumWord.Of(@case.Regime),
        ["status"] = EnumWord.Of(@case.Status),
        ["word"] = EnumWord.Of(StatusReport.Of(@case).Status),
        ["overlays"] = new JsonObject
        {
            ["clarification"] = @case.Clarification is { } asked ? new JsonObject { ["until"] = Text(asked.Until) } : null,
            ["extended"] = @case.Extension is { } extended ? new JsonObject { ["until"] = Text(extended.Until) } : null,
            ["deferred"] = @case.Deferral is { } deferred ? new JsonObject { ["until"] = Text(deferred.Until) } : null,
        },
        ["outcome"] = @case.Outcome is { } outcome ? EnumWord.Of(outcome) : null,
        ["sstu"] = @case.Sstu is { } sstu ? EnumWord.Of(sstu) : null,
        ["round"] = @case.ReopenRound,
        ["receivedAt"] = Text(@case.ReceivedAt),
        ["registeredAt"] = Text(@case.RegisteredAt),
        ["registrationNumber"] = @case.RegistrationNumber,
        ["dueAt"] = Text(@case.DueAt),
        ["extendedTo"] = Text(@case.Extension?.Until),
        ["profile"] = @case.Deadlines?.Profile,
        ["pace"] = EnumWord.Of(@case.Pace),
        ["priority"] = EnumWord.Of(@case.Priority),
        ["executor"] = executor,
        ["tags"] = new JsonArray([.. @case.Tags.Select(tag => JsonValue.Create(tag))]),
        ["version"] = @case.Version,
    };

    private static string? Text(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
