using System.Text.Json.Serialization;

namespace MCU.Integration.Workflows.State;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkflowState))]
[JsonSerializable(typeof(Values.NamedNumber))]
internal sealed partial class WorkflowStateContext : JsonSerializerContext;
