using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>An exception as Elsa Studio reads it, without a stack trace (docs/workflows/differences.md).</summary>
internal static class ExceptionJson
{
    public static JsonObject? Of(ExceptionState? exception, ValueSight values) => exception is null ? null : ElsaJson.WithoutNulls(new()
    {
        ["type"] = exception.Type,
        ["message"] = values.ShowText(exception.Message),
        ["innerException"] = Of(exception.InnerException, values),
    });
}
