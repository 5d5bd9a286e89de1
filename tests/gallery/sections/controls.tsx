import { useState } from 'react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Chip, Kbd, RemovableChip } from '#ui/chip.tsx';
import { Dialog, Sheet } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { ICON_PATHS, type IconName } from '#ui/icon-paths.ts';
import { Menu } from '#ui/menu.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Page, PageHeader, Row } from '#ui/page.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Switch } from '#ui/switch.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { Select, TextArea, TextField } from '#ui/text-field.tsx';

const NAMES = Object.keys(ICON_PATHS) as IconName[];
const nothing = () => undefined;

function Buttons() {
  return (
    <Card title="Buttons">
      <Row>
        <Button variant="primary">Show answer</Button>
        <Button>Restore a backup</Button>
        <Button variant="danger">Delete everything</Button>
        <Button variant="plain">Not now</Button>
      </Row>
      <Row>
        <Button variant="primary" busy>
          Importing
        </Button>
        <Button variant="primary" disabled>
          Start mock
        </Button>
        <Button disabled icon="download">
          Download backup
        </Button>
        <Button icon="play">Read aloud</Button>
      </Row>
      <Row>
        <IconButton icon="flag" label="Flag" />
        <IconButton icon="flag-filled" label="Flagged" pressed />
        <IconButton icon="undo" label="Undo" disabled />
        <Menu
          label="More actions"
          items={[
            { id: 'bury', label: 'Bury until tomorrow', icon: 'moon', shortcut: 'B', onSelect: nothing },
            { id: 'suspend', label: 'Suspend', icon: 'pause', shortcut: 'S', onSelect: nothing },
            { id: 'note', label: 'Note', icon: 'note', shortcut: 'E', onSelect: nothing, disabled: true },
            { id: 'delete', label: 'Delete the note', icon: 'close', onSelect: nothing, danger: true },
          ]}
        />
      </Row>
    </Card>
  );
}

function Fields() {
  const [perDay, setPerDay] = useState(20);
  const [retention, setRetention] = useState(0.9);
  const [layer, setLayer] = useState<'30' | '120' | '600'>('120');
  const [theme, setTheme] = useState<'system' | 'ink' | 'paper'>('system');
  const [two, setTwo] = useState(true);
  return (
    <Card title="Fields">
      <Segmented
        label="Length of the answer"
        options={[
          { value: '30', label: '30 s' },
          { value: '120', label: '2 min' },
          { value: '600', label: '10 min' },
        ]}
        value={layer}
        onChange={setLayer}
      />
      <NumberField
        label="New cards a day"
        hint="Reviews come on top."
        inline
        min={0}
        max={200}
        value={perDay}
        onChange={setPerDay}
        unit="cards"
      />
      <NumberField
        label="Desired retention"
        inline
        min={0.7}
        max={0.97}
        step={0.01}
        value={retention}
        onChange={setRetention}
      />
      <Select
        label="Appearance"
        inline
        options={[
          { value: 'system', label: 'As the system' },
          { value: 'ink', label: 'Ink' },
          { value: 'paper', label: 'Paper' },
        ]}
        value={theme}
        onChange={setTheme}
      />
      <Switch label="Two buttons only" hint="Again and Good." checked={two} onChange={setTwo} />
      <Switch label="Sounds" checked={false} onChange={nothing} />
      <TextField label="Name of the interview" placeholder="Senior backend, 12 Dec" />
      <TextField label="Date" type="date" error="That day is in the past. Choose one from tomorrow on." />
      <TextArea label="Note" hint="Only on this device." defaultValue="Remember the replay window." />
    </Card>
  );
}

export function ControlsSection() {
  const query = new URLSearchParams(location.search);
  const [open, setOpen] = useState(query.get('open') ?? '');
  const [tab, setTab] = useState<'a' | 'b'>('a');
  const [on, setOn] = useState(true);
  const { toast } = useAnnounce();
  const close = () => setOpen('');
  const actions = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button variant="primary" onClick={close}>
        End session
      </Button>
    </>
  );
  return (
    <Page>
      <PageHeader title="Controls" line="Gallery" />
      <Buttons />
      <Card title="Chips, tabs, keys">
        <Row>
          <Chip>hmac</Chip>
          <Chip selected={on} onClick={() => setOn(!on)}>
            Due
          </Chip>
          <Chip selected={false} onClick={nothing}>
            New
          </Chip>
          <RemovableChip name="webhooks" onRemove={nothing}>
            webhooks
          </RemovableChip>
          <Kbd>Space</Kbd>
          <Kbd>?</Kbd>
        </Row>
        <Tabs
          label="View"
          tabs={[
            { value: 'a', label: 'By topic' },
            { value: 'b', label: 'By tier' },
          ]}
          value={tab}
          onChange={setTab}
        >
          Panel {tab}
        </Tabs>
        <ProgressBar label="Importing" value={2} max={7} text="2 of 7 packs" cancel={<Button>Cancel</Button>} />
      </Card>
      <Fields />
      <Card title="Over the page">
        <Row>
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('sheet')}>Sheet</Button>
          <Button
            onClick={() => toast({ text: 'Buried until tomorrow.', action: { label: 'Undo', onPress: nothing } })}
          >
            Toast
          </Button>
        </Row>
      </Card>
      <Card title="Icons">
        <div className="icons">
          {NAMES.map((name) => (
            <span key={name}>
              <Icon name={name} />
              <small>{name}</small>
            </span>
          ))}
        </div>
      </Card>
      <Dialog open={open === 'dialog'} onClose={close} title="End the session?" actions={actions}>
        Seven of eighteen cards are done, and stored. The rest stays due.
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={close} title="End the session?" actions={actions}>
        Seven of eighteen cards are done, and stored. The rest stays due.
      </Sheet>
    </Page>
  );
}
