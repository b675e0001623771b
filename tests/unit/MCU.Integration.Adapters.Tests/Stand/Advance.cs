using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Moves a clock on while background loops work.</summary>
public static class Advance
{
    /// <summary>Moves the clock in steps until the task completes; fails when the clock ran for an hour without it.</summary>
    public static async Task UntilAsync(FakeTimeProvider time, Task task)
    {
        // Between two steps the loops get real time for their real network traffic: the test waits for the task, not for a duration.
        for (var step = 0; step < 36_000 && !task.IsCompleted; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(task, Task.Delay(1));
        }

        task.IsCompleted.ShouldBeTrue("what the test waits for never happened");
        await task;
    }
}
