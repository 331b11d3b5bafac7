using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AccountPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsMfaExempt",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MfaPolicy_AllowsHardwareTokens",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "MfaPolicy_AllowsSecurityKeys",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "MfaPolicy_AllowsVirtualDevices",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "MfaPolicy_GraceDays",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "MfaPolicy_RequiredSince",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PasswordPolicy_ExpiresAfterDays",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_ExpiryNeedsAdministrator",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "PasswordPolicy_MinimumLength",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 8);

            migrationBuilder.AddColumn<int>(
                name: "PasswordPolicy_RememberedPasswords",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireDigit",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireLowercase",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireSymbol",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireUppercase",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_UsersMayChange",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "FormerPasswords",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerPasswords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerPasswords_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FormerPasswords_UserId_ReplacedAt",
                table: "FormerPasswords",
                columns: new[] { "UserId", "ReplacedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerPasswords");

            migrationBuilder.DropColumn(
                name: "IsMfaExempt",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "MfaPolicy_AllowsHardwareTokens",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "MfaPolicy_AllowsSecurityKeys",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "MfaPolicy_AllowsVirtualDevices",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "MfaPolicy_GraceDays",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "MfaPolicy_RequiredSince",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_ExpiresAfterDays",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_ExpiryNeedsAdministrator",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_MinimumLength",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_RememberedPasswords",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_RequireDigit",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_RequireLowercase",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_RequireSymbol",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_RequireUppercase",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PasswordPolicy_UsersMayChange",
                table: "Accounts");
        }
    }
}
