using MCU.Integration.Adapters.Feeds;
using MCU.Integration.Adapters.Imports;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.ElsaApi.HttpWorkflows;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Workflows.Expressions.JavaScript;
using MCU.Integration.Workflows.Expressions.Liquid;
using MCU.Integration.Workflows.Runtime;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Settings;

/// <summary>Binds and checks the settings. All are checked at start, and every error is named.</summary>
internal static class HubSettings
{
    public const string IntakeSection = "Hub:Intake";
    public const string BurstsSection = "Hub:Bursts";
    public const string BatchingSection = "Hub:Batching";
    public const string WorkflowsSection = "Hub:Workflows";
    public const string JavaScriptSection = "Hub:Workflows:JavaScript";
    public const string LiquidSection = "Hub:Workflows:Liquid";
    private const string SealingSection = "Hub:Sealing";

    /// <summary>Option classes and their sections: the table in <c>docs/operations/settings.md</c> is compared with it.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = new Dictionary<string, Type>
    {
        [DataOptions.Section] = typeof(DataOptions),
        [StorageChoice.Section] = typeof(StorageChoice),
        [ContentOptions.Section] = typeof(ContentOptions),
        [MocksOptions.Section] = typeof(MocksOptions),
        [AdminOptions.Section] = typeof(AdminOptions),
        [LimitOptions.Section] = typeof(LimitOptions),
        [HubSessionOptions.Section] = typeof(HubSessionOptions),
        [ScheduleOptions.Section] = typeof(ScheduleOptions),
        [SealingSection] = typeof(SealingOptions),
        [IntakeSection] = typeof(IntakeOptions),
        [BurstsSection] = typeof(BurstOptions),
        [BatchingSection] = typeof(BatchingOptions),
        [WorkflowsSection] = typeof(WorkflowRuntimeOptions),
        [JavaScriptSection] = typeof(JavaScriptOptions),
        [LiquidSection] = typeof(LiquidOptions),
        [HttpWorkflowOptions.Section] = typeof(HttpWorkflowOptions),
        [DeliverySenderOptions.Section] = typeof(DeliverySenderOptions),
        [FeedOptions.Section] = typeof(FeedOptions),
        [ImportOptions.Section] = typeof(ImportOptions),
        [OutboundOptions.Section] = typeof(OutboundOptions),
    };

    public static void AddHubSettings(this WebApplicationBuilder builder)
    {
        var environment = builder.Environment;
        builder.Bind<StorageChoice>(StorageChoice.Section);
        builder.Bind<AdminOptions>(AdminOptions.Section);
        builder.Bind<LimitOptions>(LimitOptions.Section);
        builder.Bind<HubSessionOptions>(HubSessionOptions.Section);
        builder.Bind<ScheduleOptions>(ScheduleOptions.Section);
        builder.Bind<DataOptions>(DataOptions.Section)
            .PostConfigure(options => options.DataDirectory = DataDirectoryOf(options.DataDirectory, environment));
        builder.Bind<MocksOptions>(MocksOptions.Section).PostConfigure(options => options.Enabled ??= environment.IsDevelopment());
        builder.Bind<ContentOptions>(ContentOptions.Section).PostConfigure(options =>
        {
            options.Root = options.Root is { Length: > 0 } given ? Path.GetFullPath(given) : NearestContentRoot(environment.ContentRootPath);
            options.Watch ??= environment.IsDevelopment();
        });
        builder.Bind<SealingOptions>(SealingSection).PostConfigure<IOptions<DataOptions>>((options, data) =>
            options.KeyFile = options.KeyFile is { Length: > 0 } given ? given : Path.Combine(data.Value.DataDirectory, "keys", "hub.keys"));
    }

    /// <summary>The nearest folder, from the given one upward, that has adapters and workflows.</summary>
    public static string? NearestContentRoot(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "adapters")) && Directory.Exists(Path.Combine(at.FullName, "workflows")))
            {
                return at.FullName;
            }
        }

        return null;
    }

    public static string DataDirectoryOf(string configured, IHostEnvironment environment) =>
        Path.GetFullPath(configured, environment.IsDevelopment() ? environment.ContentRootPath : Environment.CurrentDirectory);

    private static OptionsBuilder<T> Bind<T>(this WebApplicationBuilder builder, string section)
        where T : class => builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
