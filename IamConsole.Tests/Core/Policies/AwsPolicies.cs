namespace IamConsole.Tests.Core.Policies;

/// <summary>
/// What AWS publishes for managing one's own credentials and forcing MFA, with the actions, resources and conditions that the
/// User Guide lists under the names given here; statements are written short.
/// </summary>
internal static class AwsPolicies
{
    private const string Own = "\"arn:aws:iam::*:user/${aws:username}\"";

    private const string ForceMfa = """
        {"Sid":"DenyAllExceptListedIfNoMFA","Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:GetUser",
         "iam:GetMFADevice","iam:ListMFADevices","iam:ListVirtualMFADevices","iam:ResyncMFADevice","sts:GetSessionToken"],
         "Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}
        """;

    private const string OwnMfa = $$"""
        {"Effect":"Allow","Action":"iam:CreateVirtualMFADevice","Resource":"arn:aws:iam::*:mfa/*"},
        {"Effect":"Allow","Action":["iam:DeactivateMFADevice","iam:EnableMFADevice","iam:GetUser","iam:GetMFADevice","iam:ListMFADevices",
         "iam:ResyncMFADevice"],"Resource":{{Own}}}
        """;

    private const string OwnCredentials = $$"""
        {"Effect":"Allow","Action":["iam:GetAccountPasswordPolicy","iam:GetAccountSummary","iam:ListVirtualMFADevices"],"Resource":"*"},
        {"Effect":"Allow","Action":["iam:ChangePassword","iam:GetUser"],"Resource":{{Own}}},
        {"Effect":"Allow","Action":["iam:CreateAccessKey","iam:DeleteAccessKey","iam:ListAccessKeys","iam:UpdateAccessKey",
         "iam:GetAccessKeyLastUsed"],"Resource":{{Own}}},
        {"Effect":"Allow","Action":["iam:DeleteSigningCertificate","iam:ListSigningCertificates","iam:UpdateSigningCertificate",
         "iam:UploadSigningCertificate"],"Resource":{{Own}}},
        {"Effect":"Allow","Action":["iam:DeleteSSHPublicKey","iam:GetSSHPublicKey","iam:ListSSHPublicKeys","iam:UpdateSSHPublicKey",
         "iam:UploadSSHPublicKey"],"Resource":{{Own}}},
        {"Effect":"Allow","Action":["iam:CreateServiceSpecificCredential","iam:DeleteServiceSpecificCredential",
         "iam:ListServiceSpecificCredentials","iam:ResetServiceSpecificCredential","iam:UpdateServiceSpecificCredential"],"Resource":{{Own}}}
        """;

    public static TheoryData<string, string> All { get; } = new()
    {
        { "aws_my-sec-creds-self-manage", Policy(OwnCredentials, OwnMfa, ForceMfa) },
        { "aws_my-sec-creds-self-manage-no-mfa", Policy(OwnCredentials) },
        { "aws_my-sec-creds-self-manage-mfa-only", Policy("""{"Effect":"Allow","Action":"iam:ListVirtualMFADevices","Resource":"*"}""", OwnMfa, ForceMfa) },
        { "aws_my-sec-creds-self-manage-password-only", Policy($$"""
            {"Effect":"Allow","Action":"iam:GetAccountPasswordPolicy","Resource":"*"},{"Effect":"Allow","Action":["iam:GetUser","iam:ChangePassword"],"Resource":{{Own}}}
            """) },
        { "iam_mfa-selfmanage", Policy($$"""
            {"Effect":"Allow","Action":["iam:ListUsers","iam:ListVirtualMFADevices"],"Resource":"*"},
            {"Effect":"Allow","Action":"iam:CreateVirtualMFADevice","Resource":"arn:aws:iam::*:mfa/*"},
            {"Effect":"Allow","Action":["iam:EnableMFADevice","iam:GetMFADevice","iam:ListMFADevices","iam:ResyncMFADevice"],"Resource":{{Own}}},
            {"Effect":"Allow","Action":"iam:DeactivateMFADevice","Resource":[{{Own}}],"Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"} } },
            {"Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:ListMFADevices","iam:ListUsers",
             "iam:ListVirtualMFADevices","iam:ResyncMFADevice"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"} } }
            """) },
        { "tutorial_users-self-manage-mfa-and-creds, before 2022", Policy($$"""
            {"Effect":"Allow","Action":["iam:ListAccountAliases","iam:ListUsers","iam:ListVirtualMFADevices","iam:GetAccountPasswordPolicy","iam:GetAccountSummary"],"Resource":"*"},
            {"Effect":"Allow","Action":["iam:ChangePassword","iam:CreateAccessKey","iam:CreateLoginProfile","iam:DeleteAccessKey","iam:DeleteLoginProfile",
             "iam:GetLoginProfile","iam:ListAccessKeys","iam:UpdateAccessKey","iam:UpdateLoginProfile"],"Resource":{{Own}}},
            {"Effect":"Allow","Action":"iam:ListMFADevices","Resource":["arn:aws:iam::*:mfa/*",{{Own}}]},
            {"Effect":"Allow","Action":["iam:CreateVirtualMFADevice","iam:DeleteVirtualMFADevice","iam:EnableMFADevice","iam:ResyncMFADevice"],
             "Resource":["arn:aws:iam::*:mfa/${aws:username}",{{Own}}]},
            {"Effect":"Allow","Action":"iam:DeactivateMFADevice","Resource":["arn:aws:iam::*:mfa/${aws:username}",{{Own}}],
             "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"} } }
            """, ForceMfa) },
    };

    private static string Policy(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""";
}
