using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public sealed class PostgresIntakeTests() : IntakeCompliance(new PostgresUnderTest());

public sealed class PostgresWorkQueueTests() : WorkQueueCompliance(new PostgresUnderTest());

public sealed class PostgresCommitTests() : CommitCompliance(new PostgresUnderTest());

public sealed class PostgresDeliveryTests() : DeliveryCompliance(new PostgresUnderTest());

public sealed class PostgresLedgerTests() : LedgerCompliance(new PostgresUnderTest());

public sealed class PostgresListTests() : ListCompliance(new PostgresUnderTest());

public sealed class PostgresContentTests() : ContentCompliance(new PostgresUnderTest());

public sealed class PostgresHouseholdTests() : HouseholdCompliance(new PostgresUnderTest());

public sealed class PostgresDurabilityTests() : DurabilityCompliance(new PostgresUnderTest());

public sealed class PostgresPlanTests() : PlanCompliance(new PostgresUnderTest());

public sealed class PostgresChangeTests() : ChangeCompliance(new PostgresUnderTest());

public sealed class PostgresIndicatorTests() : IndicatorCompliance(new PostgresUnderTest());

public sealed class PostgresWorkflowHostTests() : WorkflowHostCompliance(new PostgresUnderTest());

public sealed class PostgresDecisionTests() : DecisionCompliance(new PostgresUnderTest());

public sealed class PostgresSnapshotTests() : SnapshotCompliance(new PostgresUnderTest());

public sealed class PostgresAlertTests() : AlertCompliance(new PostgresUnderTest());

public sealed class PostgresRetentionTests() : RetentionCompliance(new PostgresUnderTest());

public sealed class PostgresSealingTests() : SealingCompliance(new PostgresUnderTest());

public sealed class PostgresAuditTests() : AuditCompliance(new PostgresUnderTest());

public sealed class PostgresNearbyTests() : NearbyCompliance(new PostgresUnderTest());
