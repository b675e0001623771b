namespace MCU.Integration.ElsaApi.Scripting;

/// <summary>Body of <c>POST /scripting/javascript/type-definitions/{id}</c>.</summary>
internal sealed class DeclarationsRequest
{
    public string? ActivityTypeName { get; set; }

    public string? PropertyName { get; set; }
}
