using System.Collections.Concurrent;
using System.Globalization;
using DotLiquid;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>
/// A rendering context that is used again and again: making one reflects over every filter, which costs more than rendering.
/// A run that failed is thrown away.
/// </summary>
internal sealed class LiquidRun
{
    private const int MaxIterations = 10_000;

    // A backstop only: on a busy machine a wall clock must not decide about a document. Iterations and characters are the limits that count.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentBag<LiquidRun> Idle = [];

    private readonly Hash _names = [];
    private readonly CancellationTokenSource _timeout = new();
    private readonly Context _context;

    private LiquidRun()
    {
        // A thread-safe template passes over the filters of render parameters; those of a context hold.
        _context = new([_names], [], [], ErrorsOutputMode.Rethrow, MaxIterations, CultureInfo.InvariantCulture, _timeout.Token)
        {
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
        };
        _context.AddFilters(typeof(LiquidFilters));
    }

    public static void Render(Template template, TextWriter writer, JmesValue current, JmesScope scope, TimeZoneInfo zone)
    {
        var run = Idle.TryTake(out var idle) ? idle : new();
        run._names["item"] = LiquidValue.Of(current);
        run._names["root"] = LiquidValue.Of(scope.Root);
        run._names["context"] = LiquidValue.Of(scope.Context);
        run._names["index"] = scope.Index;
        run._context.Registers[LiquidFilters.ZoneRegister] = zone;
        run._timeout.CancelAfter(MaxTime);
        template.Render(writer, new RenderParameters(CultureInfo.InvariantCulture) { Context = run._context });
        if (run.Reset())
        {
            Idle.Add(run);
        }
    }

    // Nothing of one document may be seen in the rendering of another.
    private bool Reset()
    {
        _names.Clear();
        _context.Registers.Clear();
        _context.Scopes.ForEach(scope => scope.Clear());
        _context.ClearInstanceAssigns();
        return _context.Environments.Count == 1 && _context.Scopes.Count == 1 && _context.Errors.Count == 0 && _timeout.TryReset();
    }
}
