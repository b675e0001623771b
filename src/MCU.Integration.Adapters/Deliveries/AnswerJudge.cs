using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Templates;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>Says what an answer means (docs/adapters/manifest.md, the table of answers). Pure.</summary>
internal static partial class AnswerJudge
{
    public static StepOutcome Judge(Step step, AdapterAnswer answer, TemplateScope scope)
    {
        if (answer.Failure is { } failure)
        {
            return new(OfFailure(step, failure), null, null, answer.Error, answer.RetryAfter);
        }

        using var body = Parse(answer.Body);
        if (step.AlreadyDone is { } done && done.Status.Contains(answer.Status) && Matches(done.Where, body?.RootElement, scope))
        {
            return Done(done.Result, answer.Status, body?.RootElement);
        }

        var kind = OfStatus(step, answer.Status);
        return kind == StepOutcomeKind.Done
            ? Done(step.Result, answer.Status, body?.RootElement)
            : new(kind, null, answer.Status, Describe(answer.Status, body?.RootElement), answer.RetryAfter);
    }

    /// <summary>Whether a probe found the step done; null = the answer says neither yes nor no.</summary>
    public static (bool? Found, StepOutcome Outcome) JudgeProbe(Probe probe, AdapterAnswer answer, TemplateScope scope)
    {
        if (answer.Failure is { } failure)
        {
            // The step stays as unknown as it was, unless the question never left the hub.
            var kind = failure == CallFailure.NotTried ? StepOutcomeKind.NotTried : StepOutcomeKind.Unknown;
            return (null, new(kind, null, null, "probe_" + answer.Error, answer.RetryAfter));
        }

        using var body = Parse(answer.Body);
        if (answer.Status == 404 || (answer.IsSuccess && answer.Body.Length == 0))
        {
            return (false, new(StepOutcomeKind.NotDone, null, answer.Status, null, null));
        }

        if (!answer.IsSuccess || body is null)
        {
            return (null, new(StepOutcomeKind.Unknown, null, answer.Status, "probe_" + Describe(answer.Status, body?.RootElement), answer.RetryAfter));
        }

        return IsThere(probe.Found.Evaluate(body.RootElement)) && Matches(probe.Where, body.RootElement, scope)
            ? (true, Done(probe.Result, answer.Status, body.RootElement))
            : (false, new(StepOutcomeKind.NotDone, null, answer.Status, null, null));
    }

    private static StepOutcomeKind OfFailure(Step step, CallFailure failure) => failure switch
    {
        CallFailure.NotTried => StepOutcomeKind.NotTried,
        CallFailure.NotSent => StepOutcomeKind.NotDone,
        CallFailure.Impossible => StepOutcomeKind.Refused,
        _ => step.Method == "GET" ? StepOutcomeKind.NotDone : StepOutcomeKind.Unknown,
    };

    private static StepOutcomeKind OfStatus(Step step, int status)
    {
        if (step.Success.Contains(status))
        {
            return StepOutcomeKind.Done;
        }

        if (step.Refused.Contains(status))
        {
            return StepOutcomeKind.Refused;
        }

        if (step.NotDone.Contains(status))
        {
            return StepOutcomeKind.NotDone;
        }

        return status switch
        {
            // A manifest that lists its success codes means that another 2xx (202: perhaps later) is no success.
            >= 200 and < 300 => step.Success.Count == 0 ? StepOutcomeKind.Done : StepOutcomeKind.Unknown,
            401 or 403 or 408 or 425 or 429 => StepOutcomeKind.NotDone,
            >= 300 and < 500 => StepOutcomeKind.Refused,
            _ => step.Method == "GET" ? StepOutcomeKind.NotDone : StepOutcomeKind.Unknown,
        };
    }

    private static StepOutcome Done(IReadOnlyDictionary<string, JsonPointer> pointers, int status, JsonElement? body)
    {
        if (pointers.Count == 0)
        {
            return StepOutcome.Done(null, status);
        }

        var result = new JsonObject();
        foreach (var (name, pointer) in pointers)
        {
            if (body is { } root && pointer.Evaluate(root) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value)
            {
                result[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        // Without its id the record could never be found again: the manifest and the system disagree, and somebody has to see it.
        return pointers.ContainsKey("id") && !result.ContainsKey("id")
            ? new(StepOutcomeKind.Unknown, null, status, "result_missing", null)
            : StepOutcome.Done(result.ToJsonString(), status);
    }

    private static bool Matches(IReadOnlyList<(JsonPointer Pointer, Template Expected)> conditions, JsonElement? body, TemplateScope scope)
    {
        foreach (var (pointer, expected) in conditions)
        {
            if (body is not { } root || pointer.Evaluate(root) is not { } value || value.ToString() != expected.Render(scope))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsThere(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined } => false,
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() > 0,
        _ => true,
    };

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.Length == 0 ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Only what looks like a code is kept of an error answer: its text may quote the citizen.
    private static string Describe(int status, JsonElement? body)
    {
        foreach (var name in new[] { "code", "error", "type" })
        {
            if (body is { ValueKind: JsonValueKind.Object } problem && problem.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String && Code().IsMatch(value.GetString()!))
            {
                return $"status_{status} {value.GetString()}";
            }
        }

        return $"status_{status}";
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]{0,63}$")]
    private static partial Regex Code();
}
