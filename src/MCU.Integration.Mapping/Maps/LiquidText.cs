using System.Globalization;
using System.Text;
using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A Liquid template of a rule: parsed once, rendered with limits. Thread-safe.</summary>
internal sealed class LiquidText
{
    private const int MaxCharacters = 64 * 1024;
    private const int MaxIterations = 10_000;

    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(250);

    private readonly Template _template;

    private LiquidText(Template template) => _template = template;

    public static LiquidText Parse(string source)
    {
        try
        {
            var template = Template.Parse(source, SyntaxCompatibility.DotLiquid22a);
            template.MakeThreadSafe();
            return new(template);
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <exception cref="JmesPathException">The template failed, or wrote too much or for too long.</exception>
    public string Render(JmesValue current, JmesScope scope, TimeZoneInfo zone)
    {
        using var writer = new BoundedWriter(MaxCharacters);
        var names = new Hash
        {
            ["item"] = LiquidValue.Of(current),
            ["root"] = LiquidValue.Of(scope.Root),
            ["context"] = LiquidValue.Of(scope.Context),
            ["index"] = scope.Index,
        };
        var registers = new Hash { [LiquidFilters.ZoneRegister] = zone };

        using var timeout = new CancellationTokenSource(MaxTime);

        // A context of our own, because a thread-safe template passes over the filters of its render parameters.
        var context = new Context([names], new Hash(), registers, ErrorsOutputMode.Rethrow, MaxIterations, CultureInfo.InvariantCulture, timeout.Token)
        {
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
        };
        context.AddFilters(typeof(LiquidFilters));
        try
        {
            _template.Render(writer, new RenderParameters(CultureInfo.InvariantCulture) { Context = context });
            return writer.ToString();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            throw new JmesPathException("liquid", failed is BoundedWriter.FullException ? failed.Message : $"The Liquid text failed ({failed.GetType().Name}).");
        }
    }

    /// <summary>Stops a template that writes without end: Liquid has no limit of its own.</summary>
    private sealed class BoundedWriter(int limit) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.Unicode;

        public override void Write(char value)
        {
            Demand(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Demand(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Demand(count);
            base.Write(buffer, index, count);
        }

        private void Demand(int count)
        {
            if (GetStringBuilder().Length + count > limit)
            {
                throw new FullException(limit);
            }
        }

        public sealed class FullException(int limit) : Exception($"The Liquid text is longer than {limit} characters.");
    }
}
