using System.Globalization;
using System.Text;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>
/// Where a sealed value lies. Column and row are authenticated with it, so that whoever can write to the database cannot pass the value of one row off as
/// another's.
/// </summary>
/// <param name="Column">Table and column, <c>message_bodies.cipher</c>.</param>
/// <param name="Row">Key of the row. It stands in errors: nothing personal.</param>
public readonly record struct SealedPlace(SealedClass Class, string Column, string Row)
{
    public static SealedPlace Body(MessageId message, BodyPart part) => new(SealedClass.Message, "message_bodies.cipher", $"{message}/{EnumWord.Of(part)}");

    public static SealedPlace Submission(SubmissionId id) => new(SealedClass.Message, "submission_bodies.cipher", id.ToString());

    public static SealedPlace Applicant(ApplicantId id) => new(SealedClass.Applicant, "applicants.cipher", id.ToString());

    public static SealedPlace State(string instance) => new(SealedClass.Instance, "instance_states.cipher", instance);

    public static SealedPlace Journal(string instance, long firstSequence) =>
        new(SealedClass.Instance, "journal.cipher", string.Create(CultureInfo.InvariantCulture, $"{instance}/{firstSequence}"));

    public static SealedPlace Payload(string bookmark) => new(SealedClass.Instance, "bookmarks.cipher", bookmark);

    public static SealedPlace Input(WorkItemId item) => new(SealedClass.Instance, "work_items.input", item.ToString());

    public static SealedPlace File(AttachmentId id) => new(SealedClass.Message, "attachments.cipher", id.ToString());

    /// <param name="upload">The chunks of one upload belong together; that it has the content asked for is seen from its hash.</param>
    public static SealedPlace Chunk(Guid upload, int number) =>
        new(SealedClass.Attachment, "blob_chunks.cipher", string.Create(CultureInfo.InvariantCulture, $"{upload:D}/{number}"));

    public static SealedPlace Settings(string adapter) => new(SealedClass.Credential, "adapters.settings", adapter);

    public static SealedPlace ProtectionKey(string name) => new(SealedClass.Credential, "protection_keys.document", name);

    /// <param name="key">What the row is found by, hashed.</param>
    public static SealedPlace Reply(string key) => new(SealedClass.Message, "replies.cipher", key);

    /// <summary>What is authenticated with the value.</summary>
    internal byte[] Label() => Encoding.UTF8.GetBytes($"{Column}\0{Row}");
}
