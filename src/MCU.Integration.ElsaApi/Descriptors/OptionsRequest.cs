using System.Text.Json.Nodes;

namespace MCU.Integration.ElsaApi.Descriptors;

/// <summary>Body of <c>POST /descriptors/activities/{type}/options/{property}</c>.</summary>
internal sealed class OptionsRequest
{
    /// <summary>What is in the other inputs, by camelCase name.</summary>
    public JsonObject? Context { get; set; }
}
