using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MfaPolicy_AllowsHardwareTokens",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "MfaPolicy_AllowsSecurityKeys",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "MfaPolicy_AllowsVirtualDevices",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "MfaPolicy_GraceDays",
                table: "Accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MfaPolicy_RequiredSince",
                table: "Accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PasswordPolicy_ExpiresAfterDays",
                table: "Accounts",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_ExpiryNeedsAdministrator",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "PasswordPolicy_MinimumLength",
                table: "Accounts",
                type: "integer",
                nullable: false,
                defaultValue: 8);

            migrationBuilder.AddColumn<int>(
                name: "PasswordPolicy_RememberedPasswords",
                table: "Accounts",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireDigit",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireLowercase",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireSymbol",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_RequireUppercase",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordPolicy_UsersMayChange",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "FormerPasswords",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    ReplacedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
