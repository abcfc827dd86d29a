/** Where a company file lies, by its name and by the list of mounts. */
import { expect, it } from 'vitest';
import { isOnNetwork, locationOf } from '#engine/ports/location.ts';

it.each([
  ['\\\\server\\share\\a.liasse', 'network'],
  ['//server/share/a.liasse', 'network'],
  ['/home/x/Dropbox/a.liasse', 'synced'],
  ['/home/x/OneDrive - Firm/a.liasse', 'synced'],
  ['/home/x/a.liasse', 'local'],
] as const)('%s is %s', (path, expected) => {
  expect(locationOf(path)).toBe(expected);
});

it('knows mounted shares by the mount that holds the path', () => {
  const list = [
    '/dev/sda1 / ext4 rw 0 0',
    '//nas/office /mnt/of\\040fice cifs rw 0 0',
    'nas:/export /srv nfs4 rw 0 0',
    '/dev/sdb1 /srv/local xfs rw 0 0',
    'me@host:/ /home/me/far fuse.sshfs rw 0 0',
    'overlay /over overlay rw 0 0',
    'nas:/over /over nfs rw 0 0',
  ].join('\n');
  const asked = [
    '/home/me',
    '/mnt/of fice',
    '/mnt/of fice/x',
    '/mnt/of ficer',
    '/srv/a',
    '/srv/local/a',
    '/home/me/far/b',
    '/over',
  ];
  expect(asked.filter((path) => isOnNetwork(path, list))).toEqual([
    '/mnt/of fice',
    '/mnt/of fice/x',
    '/srv/a',
    '/home/me/far/b',
    '/over',
  ]);
  expect(isOnNetwork('/home', '')).toBe(false);
});
