using System.Globalization;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>A string writer that refuses to grow without bound: DotLiquid has no memory limit of its own.</summary>
internal sealed class LimitedWriter(int limit) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    private void Check(int more)
    {
        if (GetStringBuilder().Length + more > limit)
        {
            throw new ExpressionException($"The template wrote more than {limit} characters.");
        }
    }
}
