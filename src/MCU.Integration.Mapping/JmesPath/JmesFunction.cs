namespace MCU.Integration.Mapping.JmesPath;

/// <summary>A function of the language.</summary>
internal sealed record JmesFunction(string Name, int MinArguments, int MaxArguments, Func<JmesArguments, JmesValue> Body)
{
    public bool Takes(int count) => count >= MinArguments && count <= MaxArguments;

    public JmesValue Call(JmesValue[] arguments, JmesScope scope)
    {
        try
        {
            return Body(new(Name, arguments, scope));
        }
        catch (OverflowException)
        {
            throw new JmesPathException("invalid_value", $"The result of '{Name}' is out of the range that can be computed with.");
        }
    }
}
