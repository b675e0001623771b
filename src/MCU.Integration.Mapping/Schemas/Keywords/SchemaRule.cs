using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>One keyword of a schema, ready to run. Stateless.</summary>
internal abstract class SchemaRule
{
    /// <summary>True when the value satisfies the keyword; otherwise the run has been told why.</summary>
    public abstract bool Check(JsonElement value, Evaluation run);
}
