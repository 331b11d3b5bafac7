using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.SignIn;

internal sealed class RefusedCodeConfiguration : IEntityTypeConfiguration<RefusedCode>
{
    public void Configure(EntityTypeBuilder<RefusedCode> builder)
    {
        builder.HasKey(r => r.UserId);
        builder.Property(r => r.Cause).HasConversion<string>().HasMaxLength(32);
        builder.Property(r => r.Shown).HasMaxLength(64);
        builder.HasOne<IamUser>().WithOne().HasForeignKey<RefusedCode>(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
