using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UsersAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_IsRoot_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.AddColumn<int>(
                name: "MfaStrength",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"SecurityKeys\" > 0 THEN 4 WHEN \"HardwareTokens\" > 0 THEN 3 WHEN \"VirtualDevices\" > 0 THEN 2 WHEN \"PasswordHash\" IS NOT NULL THEN 1 ELSE 0 END",
                stored: false);

            migrationBuilder.CreateTable(
                name: "SignInDays",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Shard = table.Column<int>(type: "INTEGER", nullable: false),
                    Successful = table.Column<long>(type: "INTEGER", nullable: false),
                    WrongPasswords = table.Column<long>(type: "INTEGER", nullable: false),
                    MfaFailed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInDays", x => new { x.AccountId, x.Day, x.Shard });
                });

            migrationBuilder.CreateTable(
                name: "UserCounts",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Shard = table.Column<int>(type: "INTEGER", nullable: false),
                    Users = table.Column<long>(type: "INTEGER", nullable: false),
                    WithMfa = table.Column<long>(type: "INTEGER", nullable: false),
                    WithoutMfa = table.Column<long>(type: "INTEGER", nullable: false),
                    SecurityKeys = table.Column<long>(type: "INTEGER", nullable: false),
                    VirtualDevices = table.Column<long>(type: "INTEGER", nullable: false),
                    HardwareTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    StrongestSecurityKey = table.Column<long>(type: "INTEGER", nullable: false),
                    StrongestVirtual = table.Column<long>(type: "INTEGER", nullable: false),
                    StrongestHardware = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserCounts", x => new { x.AccountId, x.Shard });
                });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_DeviceId_ImportedAt",
                table: "HardwareTokens",
                columns: new[] { "Partition", "DeviceId", "ImportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_ExpiresOn",
                table: "HardwareTokens",
                columns: new[] { "Partition", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_CreatedAt_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "CreatedAt", "NormalizedName" },
                filter: "NOT \"IsRoot\"");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_HardwareTokens_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "HardwareTokens", "NormalizedName" },
                filter: "NOT \"IsRoot\" AND \"HardwareTokens\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_LastSignInAt_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "LastSignInAt", "NormalizedName" },
                filter: "NOT \"IsRoot\"");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_MfaStrength_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "MfaStrength", "NormalizedName" },
                filter: "NOT \"IsRoot\"");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_PasswordChangedAt_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "PasswordChangedAt", "NormalizedName" },
                filter: "NOT \"IsRoot\"");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_Path_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "Path", "NormalizedName" },
                filter: "NOT \"IsRoot\"");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_VirtualDevices_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "VirtualDevices", "NormalizedName" },
                filter: "NOT \"IsRoot\" AND \"VirtualDevices\" > 0");

            migrationBuilder.CreateIndex(
                name: "RootIndex",
                table: "AspNetUsers",
                column: "AccountId",
                unique: true,
                filter: "\"IsRoot\"");

            migrationBuilder.CreateIndex(
                name: "UserListIndex",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "NormalizedName" },
                unique: true,
                filter: "NOT \"IsRoot\"");

            migrationBuilder.Sql(SqliteUserSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteUserSql.Down);

            migrationBuilder.DropTable(
                name: "SignInDays");

            migrationBuilder.DropTable(
                name: "UserCounts");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_DeviceId_ImportedAt",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_ExpiresOn",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_CreatedAt_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_HardwareTokens_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_LastSignInAt_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_MfaStrength_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_PasswordChangedAt_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_Path_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_AccountId_VirtualDevices_NormalizedName",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "RootIndex",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "UserListIndex",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "MfaStrength",
                table: "AspNetUsers");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AccountId_IsRoot_NormalizedName",
                table: "AspNetUsers",
                columns: new[] { "AccountId", "IsRoot", "NormalizedName" },
                unique: true);
        }
    }
}
