using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MeetingHub.Web.Graph;

/// <summary>
/// By which Graph knows a repeated POST: the same for each try at making one event, so that a lost answer makes no second one.
/// It follows from the meeting and from how many events were made for it before, and from nothing that a crash could lose.
/// </summary>
internal static class TransactionId
{
    public static string Of(Guid meetingId, int making)
    {
        Span<byte> name = stackalloc byte[20];
        meetingId.TryWriteBytes(name);
        BinaryPrimitives.WriteInt32BigEndian(name[16..], making);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);
        return new Guid(hash[..16]).ToString();
    }
}
