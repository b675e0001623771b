using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>What hosts of bursts share.</summary>
/// <param name="Sender">Sends the requests of HTTP activities; null where nothing may leave the process.</param>
/// <param name="Addresses">Makes addresses for scripts; null where no server listens.</param>
public sealed record BurstPorts(
    BurstServices Services,
    WorkflowCache Workflows,
    InstanceBook Book,
    IInstanceStore Instances,
    Committer Committer,
    ComputePlaces Places,
    NodeName Node,
    TimeProvider Time,
    IHttpSender? Sender = null,
    IEventAddresses? Addresses = null);
