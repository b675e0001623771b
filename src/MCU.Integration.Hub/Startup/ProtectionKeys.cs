using System.Text;
using System.Xml.Linq;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Sealing;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MCU.Integration.Hub.Startup;

/// <summary>The key ring of cookies in the database, so that all nodes share it; sealed, so that a stolen database forges no session.</summary>
internal sealed partial class ProtectionKeys(ProtectionKeyStore store, ISealer sealer, ILogger<ProtectionKeys> logger) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.LoadAll().Select(stored => Open(stored.Name, stored.Document)).OfType<XElement>()];

    public void StoreElement(XElement element, string friendlyName)
    {
        var body = sealer.Seal(SealedPlace.ProtectionKey(friendlyName), Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
        store.Store(friendlyName, $"{body.KeyId:D}:{Convert.ToBase64String(body.Cipher)}");
    }

    private XElement? Open(string name, string stored)
    {
        try
        {
            var colon = stored.IndexOf(':');
            var body = new SealedBody(Guid.Parse(stored[..colon]), Convert.FromBase64String(stored[(colon + 1)..]));
            return XElement.Parse(Encoding.UTF8.GetString(sealer.Open(SealedPlace.ProtectionKey(name), body)));
        }
        catch (SealBrokenException exception)
        {
            // Its sessions end and a new key is made; that is better than a hub that does not start.
            Log.KeyUnreadable(logger, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Warning, "A key of the cookie ring cannot be opened; its sessions end")]
        public static partial void KeyUnreadable(ILogger logger, Exception exception);
    }
}
