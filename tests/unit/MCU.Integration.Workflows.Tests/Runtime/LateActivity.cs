using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Workflows.Tests.Runtime;

/// <summary>Takes ten seconds.</summary>
[Activity("Test", "Test")]
public sealed class LateActivity : CodeActivity
{
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        ((FakeTimeProvider)context.Time).Advance(TimeSpan.FromSeconds(10));
        return ValueTask.CompletedTask;
    }
}
