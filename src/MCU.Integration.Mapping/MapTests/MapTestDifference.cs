namespace MCU.Integration.Mapping.MapTests;

/// <summary>One thing in which a result is not what its test expects.</summary>
/// <param name="Pointer">RFC 6901 pointer into the target; of an invalid input, into the input.</param>
/// <param name="Message">English; may quote values, which in tests are invented ones.</param>
public sealed record MapTestDifference(string Pointer, string Message)
{
    public override string ToString() => $"{(Pointer.Length == 0 ? "/" : Pointer)}: {Message}";
}
