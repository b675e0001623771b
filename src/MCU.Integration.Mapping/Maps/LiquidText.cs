using System.Globalization;
using System.Text;
using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>A Liquid template of a rule: parsed once, rendered with limits. Thread-safe.</summary>
internal sealed class LiquidText
{
    private const int MaxCharacters = 64 * 1024;

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
        try
        {
            LiquidRun.Render(_template, writer, current, scope, zone);
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
