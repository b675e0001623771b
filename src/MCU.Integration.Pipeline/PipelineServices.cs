using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Pipeline.Workflows.Changes;
using MCU.Integration.Pipeline.Workflows.Lint;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Expressions.JavaScript;
using MCU.Integration.Workflows.Expressions.Liquid;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Pipeline;

/// <summary>Registers the pipeline; stores, transports and the manifest compiler come from the other rooms.</summary>
public static class PipelineServices
{
    /// <summary>Everything that intake, bursts and content need.</summary>
    public static IServiceCollection AddHubPipeline(this IServiceCollection services)
    {
        services.AddOptions<BatchingOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BurstOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IntakeOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(NodeName.New());
        services.AddSingleton<UuidV7Source>();
        services.AddWorkflowRuntime();
        services.AddSingleton<ContentCompiler>();
        services.AddSingleton<ActiveSets>();
        services.AddSingleton<ContentPublisher>();
        services.AddSingleton<ActiveSetViews>();
        services.AddSingleton<IAdapterSource>(provider => provider.GetRequiredService<ActiveSetViews>());
        services.AddSingleton<IBodyMask>(provider => provider.GetRequiredService<ActiveSetViews>());
        services.AddSingleton<IMessageRouting>(provider => provider.GetRequiredService<ActiveSetViews>());
        services.AddSingleton<CaseNumbers>();
        services.AddSingleton<IndicatorRun>();
        services.AddSingleton<WorkInputs>();
        services.AddSingleton<BurstServices>();
        services.AddSingleton<ComputePlaces>();
        services.AddSingleton<BurstPorts>();
        services.AddSingleton<BurstRunner>();
        services.AddSingleton<ImmediateBursts>();
        services.AddSingleton<Committer>();
        services.AddSingleton<WorkProcessor>();
        services.AddSingleton<IMessageIntake, MessageIntake>();
        return services;
    }

    /// <summary>The loops that do the work; a command line that only reads or checks leaves them out.</summary>
    public static IServiceCollection AddHubPipelineLoops(this IServiceCollection services)
    {
        services.AddHostedService<ActiveSetWatcher>();
        services.AddHostedService<WorkDispatcher>();
        return services;
    }

    private static void AddWorkflowRuntime(this IServiceCollection services)
    {
        services.AddSingleton(ActivityRegistry.CreateDefault().AddAssembly(typeof(PipelineServices).Assembly));
        services.AddOptions<WorkflowRuntimeOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<JavaScriptOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LiquidOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => ExpressionLanguages.CreateDefault(
            provider.GetRequiredService<IOptions<JavaScriptOptions>>().Value, provider.GetRequiredService<IOptions<LiquidOptions>>().Value));
        services.AddSingleton<IIdSource, InstanceIds>();
        services.AddSingleton<WorkflowPreparer>();
        services.AddSingleton(provider => new WorkflowRuntime(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<IOptions<WorkflowRuntimeOptions>>().Value));
        services.AddSingleton(_ => new WorkflowStateSerializer());
        services.AddSingleton<InstanceBook>();
        services.AddSingleton<WorkflowCache>();
        services.AddSingleton<DefinitionBook>();
        services.AddSingleton<WorkflowImport>();
        services.AddSingleton<ActivityTest>();
        services.AddSingleton<PickerBook>();
        services.AddSingleton<ActivityPickers>();
        services.AddSingleton<WorkflowLint>();
        services.AddSingleton<WorkflowFileCheck>();
        services.AddSingleton<WorkflowReview>();
        services.AddSingleton<WorkflowFiles>();
    }
}
