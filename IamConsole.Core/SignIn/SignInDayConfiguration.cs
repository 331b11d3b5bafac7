using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.SignIn;

internal sealed class SignInDayConfiguration : IEntityTypeConfiguration<SignInDay>
{
    public void Configure(EntityTypeBuilder<SignInDay> builder)
    {
        builder.HasKey(d => new { d.AccountId, d.Day, d.Shard });
        builder.Property(d => d.AccountId).HasMaxLength(12);
    }
}
