using Microsoft.AspNetCore.Identity;

namespace IamConsole.Core.Users;

/// <summary>A root or IAM user of an account.</summary>
public sealed class IamUser : IdentityUser
{
}
