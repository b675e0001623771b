using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Replies;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Health;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.Storage.ComplianceTests.Support;

/// <summary>The stores of one hub.</summary>
public sealed class StorageNode(ServiceProvider services) : IAsyncDisposable
{
    public UuidV7Source Ids { get; } = services.GetRequiredService<UuidV7Source>();

    public IIntakeStore Intake => Get<IIntakeStore>();

    public IMessageStore Messages => Get<IMessageStore>();

    public IWorkQueue Work => Get<IWorkQueue>();

    public ICommitStore Commits => Get<ICommitStore>();

    public IInstanceStore Instances => Get<IInstanceStore>();

    public IDefinitionStore Definitions => Get<IDefinitionStore>();

    public ICaseStore Cases => Get<ICaseStore>();

    public ICaseNumberStore Numbers => Get<ICaseNumberStore>();

    public IAttachmentStore Attachments => Get<IAttachmentStore>();

    public IBlobStore Blobs => Get<IBlobStore>();

    public IDeliveryStore Deliveries => Get<IDeliveryStore>();

    public ILedger Ledger => Get<ILedger>();

    public IContentStore Content => Get<IContentStore>();

    public IAdapterConnectionStore Adapters => Get<IAdapterConnectionStore>();

    public IAccessStore Access => Get<IAccessStore>();

    public IAuditLog Audit => Get<IAuditLog>();

    public ILeadership Leadership => Get<ILeadership>();

    public IReplyStore Replies => Get<IReplyStore>();

    public IDataKeyStore DataKeys => Get<IDataKeyStore>();

    public IWakeUp WakeUp => Get<IWakeUp>();

    public IStorageHealth Health => Get<IStorageHealth>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
