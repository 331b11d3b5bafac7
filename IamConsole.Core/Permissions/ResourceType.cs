namespace IamConsole.Core.Permissions;

/// <summary>What an action acts on: the form of the ARN that a policy's <c>Resource</c> is compared with.</summary>
public enum ResourceType
{
    /// <summary>The account as a whole: only <c>*</c> matches.</summary>
    Account,

    /// <summary><c>arn:PARTITION:iam::ACCOUNT:user/PATH/NAME</c>, or <c>…:root</c>.</summary>
    User,

    /// <summary><c>arn:PARTITION:iam::ACCOUNT:group/NAME</c>.</summary>
    Group,

    /// <summary><c>arn:PARTITION:iam::ACCOUNT:policy/NAME</c>.</summary>
    Policy,
}
