namespace MCU.Integration.Pipeline.Access;

public sealed class AccessDeniedException(Right right, string? adapter)
    : Exception(adapter is null ? $"The right {right} is needed." : $"The right {right} is needed for the adapter '{adapter}'.")
{
    public Right Right { get; } = right;

    public string? Adapter { get; } = adapter;
}
