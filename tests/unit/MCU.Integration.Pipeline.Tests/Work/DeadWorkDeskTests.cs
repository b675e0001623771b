using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace MCU.Integration.Pipeline.Tests.Work;

public sealed class DeadWorkDeskTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly IDeadWork _work = Substitute.For<IDeadWork>();

    [Fact]
    public async Task ListAndReplay_ActorOfOneAdapter_AreDenied()
    {
        var actor = new Actor("o", new HashSet<HubRole> { HubRole.Operator }, new HashSet<string> { "sed" });
        var sut = new DeadWorkDesk(_work, new AuditTrail(Substitute.For<IAuditLog>(), new UuidV7Source(_time), _time), Substitute.For<IWakeUp>(), _time);

        await Should.ThrowAsync<AccessDeniedException>(() => sut.ListAsync(actor, new(), CancellationToken.None));
        await Should.ThrowAsync<AccessDeniedException>(() => sut.ReplayAsync(actor, WorkItemId.From(Guid.CreateVersion7()), CancellationToken.None));
        _work.ReceivedCalls().ShouldBeEmpty();
    }
}
