using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public sealed class PostgresIntakeTests() : IntakeCompliance(new PostgresUnderTest());

public sealed class PostgresWorkQueueTests() : WorkQueueCompliance(new PostgresUnderTest());

public sealed class PostgresCommitTests() : CommitCompliance(new PostgresUnderTest());

public sealed class PostgresDeliveryTests() : DeliveryCompliance(new PostgresUnderTest());
