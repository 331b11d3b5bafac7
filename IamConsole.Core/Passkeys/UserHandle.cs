using System.Text;

namespace IamConsole.Core.Passkeys;

/// <summary>The handle under which authenticators know a user: the random identifier, which says nothing of a person.</summary>
internal static class UserHandle
{
    public static byte[] Of(string userId) => Encoding.UTF8.GetBytes(userId);
}
