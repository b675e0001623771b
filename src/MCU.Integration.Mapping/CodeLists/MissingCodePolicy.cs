namespace MCU.Integration.Mapping.CodeLists;

/// <param name="Default">Only with <see cref="MissingCode.Default"/>.</param>
public sealed record MissingCodePolicy(MissingCode Missing, string? Default = null)
{
    public static MissingCodePolicy Error { get; } = new(MissingCode.Error);
}
