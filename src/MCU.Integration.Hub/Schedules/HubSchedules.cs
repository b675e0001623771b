using Coravel;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Retention;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Schedules;

/// <summary>What the leading node does from time to time.</summary>
internal static class HubSchedules
{
    public static void AddHubSchedules(this IServiceCollection services)
    {
        services.AddScheduler();
        services.AddSingleton<LeaderDuty>();
        services.AddSingleton<LeaderRun>();
        services.AddTransient<LedgerCompaction>();
        services.AddTransient<AlertLook>();
        services.AddTransient<RetentionTurn>();
    }

    public static void UseHubSchedules(this WebApplication app)
    {
        var seconds = app.Services.GetRequiredService<IOptions<ScheduleOptions>>().Value.LedgerCompactionSeconds;
        var alerts = app.Services.GetRequiredService<IOptions<AlertOptions>>().Value.WatchSeconds;
        var retention = app.Services.GetRequiredService<IOptions<RetentionOptions>>().Value.EveryMinutes;
        app.Services.UseScheduler(schedule =>
        {
            schedule.Schedule<LedgerCompaction>().EverySeconds(seconds).PreventOverlapping(nameof(LedgerCompaction));
            schedule.Schedule<AlertLook>().EverySeconds(alerts).PreventOverlapping(nameof(AlertLook));
            schedule.Schedule<RetentionTurn>().Cron($"*/{retention} * * * *").PreventOverlapping(nameof(RetentionTurn));
        });
    }
}
