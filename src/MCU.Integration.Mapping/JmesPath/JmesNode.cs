namespace MCU.Integration.Mapping.JmesPath;

/// <summary>A part of a parsed expression. Immutable.</summary>
internal abstract class JmesNode
{
    public abstract JmesValue Evaluate(JmesValue current, JmesScope scope);

    /// <summary>
    /// Runs the expression over places instead of values: which source places its result may come from. Places whose values are used on the way
    /// (compared, passed to a function, put into a computed value) are reported as read.
    /// </summary>
    public abstract ReadPlaces Trace(ReadPlaces current, ReadTrace trace);
}
