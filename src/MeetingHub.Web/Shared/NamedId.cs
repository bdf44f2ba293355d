using System.Security.Cryptography;
using System.Text;

namespace MeetingHub.Web.Shared;

/// <summary>An id that follows from a name, so that what is made twice is made once: RFC 9562, version 8, over SHA-256.</summary>
public static class NamedId
{
    public static Guid Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
