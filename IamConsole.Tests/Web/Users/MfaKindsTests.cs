using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Users;

public sealed class MfaKindsTests
{
    [Theory]
    [InlineData(0, 0, 0, "None")]
    [InlineData(1, 0, 0, "Passkey")]
    [InlineData(2, 1, 0, "Passkey (2), Virtual")]
    [InlineData(1, 1, 3, "Passkey, Virtual, Hardware (3)")]
    public void Names_kinds_and_counts_in_the_order_in_which_they_are_offered(int keys, int apps, int tokens, string expected) =>
        Assert.Equal(expected, MfaKinds.Text(User(keys, apps, tokens)));

    [Theory]
    [InlineData(0, true, StatusKind.Warning)]
    [InlineData(0, false, StatusKind.Plain)]
    [InlineData(1, true, StatusKind.Success)]
    public void Warns_of_a_missing_device_only_where_there_is_a_password(int apps, bool hasPassword, StatusKind expected) =>
        Assert.Equal(expected, MfaKinds.Status(User(0, apps, 0, hasPassword)));

    private static UserRow User(int keys, int apps, int tokens, bool hasPassword = true) =>
        new("AIDA1", "amina", "/", keys, apps, tokens, hasPassword, null, null, default);
}
