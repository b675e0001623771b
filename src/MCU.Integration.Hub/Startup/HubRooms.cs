using MCU.Integration.Adapters;
using MCU.Integration.Analytics.Indicators;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Hub.Connections;
using MCU.Integration.Hub.Content;
using MCU.Integration.Hub.Settings;
using MCU.Integration.Pipeline;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Retention;
using MCU.Integration.Storage;
using MCU.Integration.Workflows.Expressions.JavaScript;
using MCU.Integration.Workflows.Expressions.Liquid;
using MCU.Integration.Workflows.Runtime;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace MCU.Integration.Hub.Startup;

/// <summary>Brings the rooms together and gives each its settings.</summary>
internal static class HubRooms
{
    public static void AddHubRooms(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);

        // First of all hosted services: it prepares what the others stand on.
        services.AddSingleton<ContentImport>();
        services.AddSingleton<HubStart>();
        services.AddHostedService(provider => provider.GetRequiredService<HubStart>());

        services.AddHubStorage(builder.StorageOptions());
        services.AddSingleton<IIndicatorCalculator, IndicatorCalculator>();
        services.AddHubPipeline();
        services.AddHubUseCases();
        services.AddHubPipelineLoops();
        services.AddHubDeliveries();
        services.AddHubAdapters(builder.Configuration);
        services.AddSingleton<IConnectionSettings, SettingsOfConnections>();
        services.AddHostedService<ContentWatch>();
        services.Configure<AlertOptions>(builder.Configuration.GetSection(AlertOptions.Section));
        services.Configure<RetentionOptions>(builder.Configuration.GetSection(RetentionOptions.Section));
        services.Configure<IntakeOptions>(builder.Configuration.GetSection(HubSettings.IntakeSection));
        services.Configure<BurstOptions>(builder.Configuration.GetSection(HubSettings.BurstsSection));
        services.Configure<BatchingOptions>(builder.Configuration.GetSection(HubSettings.BatchingSection));
        services.Configure<WorkflowRuntimeOptions>(builder.Configuration.GetSection(HubSettings.WorkflowsSection));
        services.Configure<JavaScriptOptions>(builder.Configuration.GetSection(HubSettings.JavaScriptSection));
        services.Configure<LiquidOptions>(builder.Configuration.GetSection(HubSettings.LiquidSection));
        services.Configure<DeliverySenderOptions>(builder.Configuration.GetSection(DeliverySenderOptions.Section));
        if (builder.Configuration[$"{StorageChoice.Section}:Provider"] is not "postgres")
        {
            // SQLite has one writer; a second would only wait for it.
            services.PostConfigure<BatchingOptions>(batching => batching.Writers = 1);
        }

        services.AddDataProtection().SetApplicationName("MCU.Integration");
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((keys, repository) => keys.XmlRepository = repository);
    }

    private static StorageOptions StorageOptions(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        return new()
        {
            Provider = configuration[$"{StorageChoice.Section}:Provider"] is "postgres" ? StorageProvider.Postgres : StorageProvider.Sqlite,
            ConnectionString = configuration.GetConnectionString("Hub") is { Length: > 0 } given ? given : null,
            DataDirectory = HubSettings.DataDirectoryOf(configuration[$"{DataOptions.Section}:DataDirectory"] ?? new DataOptions().DataDirectory, builder.Environment),
        };
    }
}
