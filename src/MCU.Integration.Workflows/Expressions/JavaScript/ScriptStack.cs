using Jint;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>
/// Refuses a script that goes too deep by ways that are no calls (conversions, proxies, getters): a stack that overflows would
/// end the process, and no exception of it can be caught.
/// </summary>
internal sealed class ScriptStack : Constraint
{
    private const int MaxBytes = 512 * 1024;

    private nuint _start;

    /// <inheritdoc />
    public override void Reset() => _start = 0;

    /// <inheritdoc />
    public override void Check()
    {
        var here = Position();

        if (_start == 0)
        {
            _start = here;
        }
        else if (_start > here && _start - here > MaxBytes)
        {
            throw new ExpressionException("The script goes too deep.");
        }
    }

    // The address of a local; the stack grows downwards.
    private static unsafe nuint Position()
    {
        byte local;
        return (nuint)(&local);
    }
}
