using Coravel;
using MCU.Integration.Hub.Settings;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Schedules;

/// <summary>What the leading node does from time to time.</summary>
internal static class HubSchedules
{
    public static void AddHubSchedules(this IServiceCollection services)
    {
        services.AddScheduler();
        services.AddSingleton<LeaderDuty>();
        services.AddTransient<LedgerCompaction>();
    }

    public static void UseHubSchedules(this WebApplication app)
    {
        var seconds = app.Services.GetRequiredService<IOptions<ScheduleOptions>>().Value.LedgerCompactionSeconds;
        app.Services.UseScheduler(schedule => schedule.Schedule<LedgerCompaction>().EverySeconds(seconds).PreventOverlapping(nameof(LedgerCompaction)));
    }
}
